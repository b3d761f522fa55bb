/** The door of the icon, drawn as a line: stands where there is nothing to show yet. */
export function Door() {
  return (
    <svg class="door" viewBox="96 88 320 336" aria-hidden="true">
      <path d="M104 408h44M364 408h44M172 104h168a24 24 0 0 1 24 24v280M172 104a24 24 0 0 0-24 24" />
      <path class="leaf" d="M148 408V116c0-8 6-13 14-11l126 35c10 3 16 11 16 21v238c0 9-8 15-16 12l-126-40" />
      <path d="M184 190l80 22M184 238l80 22" />
      <circle cx="268" cy="330" r="10" />
    </svg>
  )
}
