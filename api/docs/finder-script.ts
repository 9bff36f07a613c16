/** Shows only the entries whose name has what is typed; without script, all of them stand there. */
export const finderScript = `
const box = document.querySelector('.finder')
const input = box.querySelector('input')
const entries = [...document.querySelectorAll('.entry')]
const rest = [...document.querySelectorAll('.guide')]
box.hidden = false
input.addEventListener('input', () => {
  const wanted = input.value.trim().toLowerCase()
  for (const each of rest) each.hidden = wanted !== ''
  for (const each of entries) each.hidden = wanted !== '' && !each.id.toLowerCase().includes(wanted)
})
addEventListener('hashchange', () => {
  input.value = ''
  for (const each of [...rest, ...entries]) each.hidden = false
  document.getElementById(location.hash.slice(1))?.scrollIntoView()
})
addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target === input) return
  event.preventDefault()
  input.focus()
})
`
