/** A script as the text that browsers are sent. */
declare module '*?script' {
  const text: string
  export default text
}
