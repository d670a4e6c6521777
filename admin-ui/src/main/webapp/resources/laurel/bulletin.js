// Puts a figure's name where somebody is writing; without this script the name is typed.
const editor = document.getElementById('editor');
if (editor) {
  const texts = 'textarea[name="text"]';
  const said = document.getElementById('inserted');
  let last = editor.querySelector(texts);
  editor.addEventListener('focusin', event => {
    if (event.target.matches(texts)) {
      last = event.target;
    }
  });
  editor.querySelectorAll('[data-insert]').forEach(button => {
    button.hidden = !last;
    button.addEventListener('click', () => {
      last.setRangeText(button.dataset.insert, last.selectionStart, last.selectionEnd, 'end');
      said.textContent = button.dataset.done;
      last.focus();
    });
  });
}
