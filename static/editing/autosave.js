/* Saves what is typed while an autosave is under way, and before Wagtail begins to watch the form. Wagtail
   counts the whole form as saved once an autosave is answered, and as untouched two seconds after it was
   opened; what was typed meanwhile would never be sent, and leaving would give no warning. */
(function () {
  "use strict";

  // Set by Wagtail for each request, or watched by the comments' own script.
  var UNTYPED = /^(csrfmiddlewaretoken|next|overwrite_revision_id|loaded_revision_.*|comments-.*)$/;
  var sent = null;
  var underWay = false;
  var pressed = null;

  function typed(form) {
    var entries = Array.from(form.entries()).filter(function (entry) {
      return !UNTYPED.test(entry[0]);
    });
    return new URLSearchParams(entries).toString();
  }

  function markUnsaved(form) {
    form.setAttribute("data-w-unsaved-force-value", "true");
    form.setAttribute("data-w-unsaved-has-edits-value", "true");
  }

  document.addEventListener("w-autosave:save", function (event) {
    sent = event.detail.formData;
    underWay = !event.defaultPrevented;
  });

  // A save by hand that overtakes an autosave would meet the version the autosave is just making, and be taken
  // for one of an outdated tab: it waits for the answer.
  function saveAfterwards(event) {
    if (!underWay) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = event.submitter || true;
  }

  function answered(form) {
    underWay = false;
    if (!pressed) return;
    var button = document.createElement("input");
    button.type = "hidden";
    // Wagtail disables a pressed button, and a disabled one is not sent.
    button.name = pressed.name || "";
    button.value = pressed.value || "";
    pressed = null;
    form.appendChild(button);
    form.requestSubmit();
  }

  document.addEventListener("w-autosave:error", function (event) {
    answered(event.target);
  });

  // An autosave of this very tab is no newer version of somebody else: the Save button must not be refused.
  function noteVersion(form, saved) {
    [["loaded_revision_id", saved.revision_id], ["loaded_revision_created_at", saved.revision_created_at]].forEach(
      function (pair) {
        var input = form.querySelector("[name=" + pair[0] + "]");
        if (input && pair[1]) input.value = pair[1];
      }
    );
  }

  document.addEventListener("w-autosave:success", function (event) {
    var form = event.target;
    var given = event.detail.data.field_updates || {};
    noteVersion(form, event.detail.data);
    Object.keys(given).forEach(function (name) {
      if (sent.has(name)) sent.set(name, given[name]);
    });
    if (pressed) return answered(form);
    underWay = false;
    if (typed(sent) === typed(new FormData(form))) return;
    markUnsaved(form);
    var edits = { bubbles: true, cancelable: true, detail: { type: "edits" } };
    form.dispatchEvent(new CustomEvent("w-unsaved:add", edits));
  });

  function markEarlyTyping(event) {
    if (event.isTrusted && event.target.name) markUnsaved(event.currentTarget);
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("[data-edit-form]");
    if (!form) return;
    form.addEventListener("submit", saveAfterwards, true);
    form.addEventListener("input", markEarlyTyping);
    form.addEventListener("w-unsaved:watch-edits", function () {
      form.removeEventListener("input", markEarlyTyping);
    });
  });
})();
