export default function Sheet() {
  return <h1>Sheet</h1>
}
