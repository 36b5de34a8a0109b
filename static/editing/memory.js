/* Shows, beside a text without up-to-date Chinese, what published pages say for the same or nearly the same
   English: asked for when its field is first entered. Chinese goes into the field by its button only. */
(function () {
  "use strict";

  function load(block) {
    if (block.dataset.memoryAsked) return;
    block.dataset.memoryAsked = "yes";
    fetch(block.querySelector("a").href + "&beside=1", { credentials: "same-origin" })
      .then(function (answer) {
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        return answer.text();
      })
      .then(function (matches) {
        block.querySelector("[data-memory-matches]").innerHTML = matches;
      })
      .catch(function () {
        // The link still leads to the same matches on a page of their own.
        delete block.dataset.memoryAsked;
      });
  }

  function fill(field, chinese, from) {
    field.focus();
    field.setSelectionRange(from, field.value.length);
    // As typed: undone by the browser's own undo, and seen by whatever watches the form.
    if (document.execCommand("insertText", false, chinese)) return;
    field.value = field.value.slice(0, from) + chinese;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  // Goes with the form, so that the text is known to come from the memory as long as nobody rewords it.
  function noteUse(block, token) {
    var note = block.querySelector("[name=from_memory]");
    if (!note) {
      note = document.createElement("input");
      note.type = "hidden";
      note.name = "from_memory";
      block.append(note);
    }
    note.value = token;
  }

  document.addEventListener("focusin", function (event) {
    if (!event.target.id) return;
    var block = document.querySelector('[data-memory-field="' + CSS.escape(event.target.id) + '"]');
    if (block) load(block);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-memory-use], [data-memory-add]");
    if (!button) return;
    var block = button.closest("[data-memory-field]");
    var field = document.getElementById(block.dataset.memoryField);
    var chinese = button.closest("li").querySelector("[data-memory-chinese]").textContent;
    var adds = button.hasAttribute("data-memory-add");
    fill(field, chinese, adds ? field.value.length : 0);
    if (!adds) noteUse(block, button.dataset.memoryUse);
  });
})();
