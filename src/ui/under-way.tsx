/** Something that takes a while: what is being done, how far it is, and a way to stop it. */
export function UnderWay(props: {
  says: string
  done?: number | undefined
  cancel: string
  onCancel: () => void
}) {
  return (
    <div class="card">
      <p>{props.says}</p>
      <progress aria-label={props.says} value={props.done} max={1} />
      <div>
        <button type="button" class="button" onClick={props.onCancel}>
          {props.cancel}
        </button>
      </div>
    </div>
  )
}
