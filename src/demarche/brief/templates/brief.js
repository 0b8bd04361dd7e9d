(() => {
  "use strict";
  const find = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const card = find("card");
  const back = find("back");

  // A target inside closed details is shown: browsers differ in whether they do so by themselves.
  const reveal = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (element.classList.contains("event")) element.hidden = false;
  };
  const go = (id, from) => {
    const element = find(id);
    if (!element) return;
    reveal(element);
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
    all(".here").forEach((e) => e.classList.remove("here"));
    if (from) {
      origin = from;
      back.hidden = false;
    }
  };
  let origin = null;
  addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const id = decodeURIComponent((link.getAttribute("href") || "").slice(1));
    if (!id || !find(id)) return;
    reveal(find(id));
    if (link.closest(".contents, footer") || link.classList.contains("skip")) return;
    event.preventDefault();
    history.pushState(null, "", "#" + id);
    go(id, link);
    // :target does not follow pushState.
    find(id).classList.add("here");
  });
  back.addEventListener("click", () => {
    back.hidden = true;
    if (!origin) return;
    reveal(origin);
    origin.scrollIntoView({ block: "center" });
    if (origin.focus) origin.focus({ preventScroll: true });
  });
  addEventListener("popstate", () => location.hash && go(decodeURIComponent(location.hash.slice(1))));
  if (location.hash) go(decodeURIComponent(location.hash.slice(1)));
  addEventListener("beforeprint", () => all("details:not(.day)").forEach((d) => { d.open = true; }));

  // Cards: a copy of the line that something belongs to, beside the pointer.
  const fill = (ids) => {
    const lines = ids.map(find).filter(Boolean).slice(0, 3);
    card.replaceChildren(...lines.map((line) => {
      const copy = document.createElement("div");
      copy.innerHTML = line.innerHTML;
      all("[id]", copy).forEach((e) => e.removeAttribute("id"));
      all(".parts li:nth-child(n+4)", copy).forEach((e) => e.remove());
      if (line.classList.contains("opened")) {
        const title = document.createElement("p");
        title.className = "title";
        title.textContent = line.parentElement.querySelector("summary").textContent;
        copy.prepend(title);
      }
      return copy;
    }));
    return lines.length > 0;
  };
  const place = (x, y) => {
    const width = card.offsetWidth;
    const height = card.offsetHeight;
    const left = Math.min(Math.max(8, x + 14), document.documentElement.clientWidth - width - 8);
    const under = y + 18 + height < innerHeight || y < height + 18;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(under ? y + 18 : y - height - 12) + scrollY}px`;
  };
  const ids = (element) => (element.dataset.card || element.dataset.e || "").split(" ").filter(Boolean);
  const show = (element, x, y) => {
    if (!fill(ids(element))) return;
    card.hidden = false;
    place(x, y);
  };
  const hide = () => { card.hidden = true; };
  if (matchMedia("(hover: hover)").matches) {
    addEventListener("mouseover", (event) => {
      const element = event.target.closest("[data-card], mark[data-e]");
      if (element) show(element, event.clientX, event.clientY);
      else hide();
    });
    // The cards say more than the titles under them.
    all(".fig a[data-card] title").forEach((t) => {
      t.parentElement.setAttribute("aria-label", t.textContent);
      t.remove();
    });
    all("mark[data-e][title]").forEach((m) => m.removeAttribute("title"));
  }
  addEventListener("focusin", (event) => {
    const element = event.target.closest("[data-card]");
    if (!element || !element.matches(":focus-visible")) return;
    const box = element.getBoundingClientRect();
    show(element, box.left, box.bottom);
  });
  addEventListener("focusout", hide);
  addEventListener("scroll", hide, { passive: true });

  // An event's id, clicked, is copied.
  addEventListener("click", (event) => {
    const id = event.target.closest(".id");
    if (!id || !navigator.clipboard) return;
    const words = id.textContent;
    navigator.clipboard.writeText(words).then(() => {
      id.textContent = "copied";
      setTimeout(() => { id.textContent = words; }, 900);
    }, () => {});
  });

  // The filter of the timeline.
  const form = document.querySelector(".filter");
  const events = all(".event");
  const filter = () => {
    const words = form.words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const event of events) {
      const text = event.textContent.toLowerCase();
      event.hidden = !form[event.dataset.sign].checked || !words.every((word) => text.includes(word));
      shown += event.hidden ? 0 : 1;
    }
    form.querySelector("output").textContent = shown === events.length ? "" : `${shown} of ${events.length}`;
  };
  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  // Keys: / to find, j and k through the timeline, o to the sentence, b or Escape back.
  const step = (by) => {
    const visible = events.filter((e) => !e.hidden);
    const at = visible.indexOf(document.activeElement.closest(".event"));
    const next = visible[Math.min(Math.max(at + by, 0), visible.length - 1)];
    if (next) go(next.id);
  };
  const keys = {
    "/": () => form && form.words.focus(),
    j: () => step(1),
    k: () => step(-1),
    o: () => document.activeElement.closest(".event")?.querySelector("a.cite")?.click(),
    b: () => !back.hidden && back.click(),
  };
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      hide();
      if (document.activeElement.matches("input")) document.activeElement.blur();
      else keys.b();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input")) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
})();
