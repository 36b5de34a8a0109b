/* Keeps the findings beside an open form up to date while somebody types, writes each under its field too, and
   leads from each to its field. Nothing is asked while a word is being composed, nor while an answer is awaited. */
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

  /* The same findings under their fields, where somebody types. Only the panel's region announces. */

  var WRITTEN_IN = "input:not([type=hidden]):not([type=checkbox]), select, textarea";

  function describe(field, id, isDescribed) {
    var ids = (field.getAttribute("aria-describedby") || "").split(" ");
    ids = ids.filter(function (each) { return each && each !== id; });
    if (isDescribed) ids.push(id);
    if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
    else field.removeAttribute("aria-describedby");
  }

  function findingsByField(shown) {
    var found = new Map();
    shown.querySelectorAll("a[data-jump]").forEach(function (link) {
      var field = document.getElementById(link.hash.slice(1));
      if (!field || !field.matches(WRITTEN_IN)) return;
      if (!found.has(field)) found.set(field, []);
      found.get(field).push(link);
    });
    return found;
  }

  function writeUnder(field, links) {
    var list = document.createElement("ul");
    list.id = field.id + "-findings";
    list.className = "field-findings";
    links.forEach(function (link) {
      var item = document.createElement("li");
      item.textContent = link.textContent;
      if (link.closest("[aria-labelledby=findings-to-mend]")) item.className = "field-findings__to-mend";
      list.append(item);
    });
    (field.closest(".w-field__input") || field).after(list);
    describe(field, list.id, true);
  }

  function showUnderFields(shown) {
    var found = findingsByField(shown);
    document.querySelectorAll(".field-findings").forEach(function (list) {
      var field = document.getElementById(list.id.replace(/-findings$/, ""));
      if (field) describe(field, list.id, false);
      list.remove();
    });
    found.forEach(function (links, field) { writeUnder(field, links); });
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
      showUnderFields(shown);
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

    showUnderFields(shown);
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
