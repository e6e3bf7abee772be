// `/` goes to the search field, unless something is being typed.
addEventListener("keydown", (event) => {
  const { key, target, ctrlKey, metaKey, altKey, isComposing } = event;
  if (key !== "/" || ctrlKey || metaKey || altKey || isComposing) return;
  if (target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.getElementById("search");
  if (!field) return;
  event.preventDefault();
  field.focus();
});
