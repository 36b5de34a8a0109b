/* Keeps the findings beside an open form up to date while somebody types, and leads from each to its field.
   Nothing is asked while a word is being composed, nor while an answer is awaited. */
(function () {
  "use strict";

  var PAUSE = 800;
  var FOCUSABLE = "input:not([type=hidden]), select, textarea, button, a[href]";

  /* The way to a field: its tab, its folded panels, then the field itself. */

  function unfold(element) {
    for (var above = element; above; above = above.parentElement) {
      if (above.tagName === "DETAILS") above.open = true;
      if (!above.id || !above.hasAttribute("hidden")) continue;
      var opener = document.querySelector("[aria-controls='" + above.id + "']");
      if (opener) opener.click();
    }
  }

  // A chooser keeps its value in a hidden input; the button beside it is what can be reached.
  function reachable(element) {
    if (element.matches(FOCUSABLE) || element.hasAttribute("tabindex")) return element;
    var around = element.matches("[type=hidden]") ? element.closest(".w-field, .w-panel__content") : element;
    var within = Array.from((around || element).querySelectorAll(FOCUSABLE));
    return within.find(function (each) { return each.offsetParent !== null; }) || element;
  }

  // Wagtail shows the panel of another tab only once the former has faded.
  function whenShown(element, act, until) {
    until = until || Date.now() + 2000;
    if (element.getClientRects().length || Date.now() > until) act();
    else requestAnimationFrame(function () { whenShown(element, act, until); });
  }

  function jump(event) {
    var link = event.target.closest("a[data-jump]");
    var target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    unfold(target);
    whenShown(target.matches("[type=hidden]") ? target.parentElement : target, function () {
      var field = reachable(target);
      field.focus({ preventScroll: true });
      field.scrollIntoView({ block: "center" });
    });
  }

  /* The findings themselves. */

  function watch(panel, form) {
    var shown = panel.querySelector("[data-findings-shown]");
    var told = panel.querySelector("[data-findings-told]");
    var last = null;
    var timer = null;
    var waits = false;
    var asked = false;
    var composing = false;

    function count() {
      return shown.querySelector("[data-findings-count]").dataset.findingsCount;
    }

    function show(html) {
      if (html === last) return;
      last = html;
      var before = count();
      var focused = shown.contains(document.activeElement) && document.activeElement.getAttribute("href");
      var folded = shown.querySelector("details:not([open])");
      shown.innerHTML = html;
      if (folded && shown.querySelector("details")) shown.querySelector("details").open = false;
      if (focused) (shown.querySelector("a[href='" + focused + "']") || panel).focus();
      if (count() !== before) told.textContent = count();
    }

    function ask() {
      timer = null;
      if (waits || composing) {
        asked = true;
        return;
      }
      waits = true;
      asked = false;
      fetch(panel.dataset.findings, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Requested-With": "XMLHttpRequest" },
        redirect: "error",
      })
        .then(function (answer) { return answer.ok ? answer.text() : null; })
        .then(function (html) { if (html !== null) show(html); })
        .catch(function () {})  // Not reached: what is shown stays, the next change asks again.
        .then(function () {
          waits = false;
          if (asked) soon();
        });
    }

    function soon() {
      clearTimeout(timer);
      timer = setTimeout(ask, PAUSE);
    }

    form.addEventListener("compositionstart", function () { composing = true; });
    form.addEventListener("compositionend", function () {
      composing = false;
      soon();
    });
    ["input", "change", "w-formset:added", "w-formset:removed", "w-autosave:success"].forEach(function (name) {
      form.addEventListener(name, function (event) {
        if (!event.isComposing) soon();
      });
    });
  }

  document.addEventListener("click", jump);
  document.addEventListener("DOMContentLoaded", function () {
    var panel = document.querySelector("[data-findings]");
    var form = document.querySelector("[data-edit-form]");
    if (panel && form) watch(panel, form);
  });
})();
