/** A time near today, and what it is called on paper: "Today" is another day tomorrow. */
export function OnPaper({ screen, paper }: { screen: string; paper: string }) {
  if (screen === paper) return <>{paper}</>
  return (
    <>
      <span class="no-print">{screen}</span>
      <span class="print-only">{paper}</span>
    </>
  )
}
