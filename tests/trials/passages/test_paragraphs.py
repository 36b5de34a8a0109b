from trials.passages.paragraphs import appended, paragraphs, stands_in


def test_a_blank_line_parts_paragraphs_whoever_saved_them():
    assert paragraphs(" One\r\n\r\nTwo\nstill two \n \n\nThree") == ["One", "Two\nstill two", "Three"]


def test_a_passage_stands_only_whole_and_in_its_order():
    text = ["a", "b", "c", "d"]

    found = [stands_in(passage, text) for passage in (["b", "c"], ["c", "b"], ["a", "c"], ["d", "e"], [])]

    assert found == [True, False, False, False, False]


def test_a_passage_is_put_behind_a_text_as_paragraphs_of_its_own():
    assert appended("One.\r\n", "Two.\n\nThree.") == "One.\n\nTwo.\n\nThree."
    assert appended("", "Two.") == "Two."
