import time, pytest, statistics
from tests.trials.factories import make_trial
from tests.trials.posting import edit_url, form_values
from trials.models import CriterionRow

pytestmark = pytest.mark.django_db


def test_speed(client, author):
    client.force_login(author)
    page = make_trial(owner=author)
    page.criteria = [
        CriterionRow(
            text_en=f"Absolute neutrophil count of at least {n} x 10^9/L within {n} weeks before infusion",
            text_zh_hans=f"输注前{n}周内中性粒细胞绝对计数不低于{n}×10^9/L",
            key=f"i{n + 1}",
            sort_order=n,
        )
        for n in range(150)
    ]
    page.save_revision(user=author)
    try:
        from trials.glossary.starter import ensure_starter_glossary

        print("terms", ensure_starter_glossary())
    except ImportError:
        pass
    client.get(edit_url(page))
    t = []
    for _ in range(7):
        s = time.process_time()
        r = client.get(edit_url(page))
        t.append(time.process_time() - s)
    print("edit view", min(t), statistics.median(t), len(r.content))
    try:
        from django.urls import reverse

        u = reverse("trial_findings", args=[page.pk])
        v = form_values(r.content.decode())
        t = []
        for _ in range(5):
            s = time.process_time()
            r = client.post(u, v)
            t.append(time.process_time() - s)
        print("findings", r.status_code, min(t))
        from trials.translating.progress import note_progress

        s = time.process_time()
        note_progress(page.get_latest_revision_as_object())
        print("note_progress", time.process_time() - s)
        from trials.translating import progress

        p = page.get_latest_revision_as_object()
        s = time.process_time()
        progress.findings_of(p)
        print("findings_of", time.process_time() - s)
        from trials.editing.beside import Beside

        b = Beside(p)
        for n in ("_stale", "_terms", "_queries", "_made_by"):
            s = time.process_time()
            getattr(b, n)
            print(n, time.process_time() - s)
    except Exception as e:
        print(repr(e))
