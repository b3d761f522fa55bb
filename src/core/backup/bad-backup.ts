/** A file that is not taken in, and why. The person chooses another file, or does what the sentence says. */
export class BadBackup extends Error {
  override name = 'BadBackup'
  constructor(
    /**
     * `notOurs`: something else. `newer`: made by a newer version of this app. `tooBig`, `cutOff`. `changed`: not as it
     * was made. `passphrase`: it does not open with this one. `tooCostly`: it asks for more work than we ever do.
     * `otherLock`: locked in another way than by a passphrase. `noData`: a PDF that carries no diary; `leftOut`: one
     * from which something was left out. `pdf`: no PDF that can be read. `heavy`: the phone had no room to read it.
     */
    readonly why:
      | 'notOurs'
      | 'newer'
      | 'tooBig'
      | 'cutOff'
      | 'changed'
      | 'passphrase'
      | 'tooCostly'
      | 'otherLock'
      | 'noData'
      | 'leftOut'
      | 'pdf'
      | 'heavy',
    options?: ErrorOptions,
  ) {
    super(`not a backup: ${why}`, options)
  }
}
