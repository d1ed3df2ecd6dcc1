// Lets a reader look at any channel's spectrum. Without script, and in print, the chosen two stand.
for (const label of document.querySelectorAll('.chooser')) {
  const [curves, words] = label.parentNode.querySelectorAll('use');
  const select = label.querySelector('select');
  select.onchange = () => {
    curves.setAttribute('href', '#' + select.value);
    words.setAttribute('href', '#' + select.value + 'w');
  };
  label.hidden = false;
}
for (const small of document.querySelectorAll('svg.mini')) {
  const id = small.firstChild.getAttribute('href').slice(1);
  small.onclick = () => {
    for (const select of document.querySelectorAll('.chooser select')) {
      if (select.querySelector('[value=' + id + ']')) {
        select.value = id;
        select.onchange();
        select.closest('figure').scrollIntoView({ behavior: 'smooth' });
        return;
      }
    }
  };
}
