const [newline, carriage, quote, comma] = [10, 13, 0x22, 44]

type Place = 'start' | 'cell' | 'quoted' | 'behind'

/**
 * Takes the quotes from around cells that would be the same without them: a cell in quotes that holds no
 * comma, line break or quote. Every other quote stays. Of a text in UTF-8, piece by piece.
 */
export class SimpleQuotes {
  private place: Place = 'start'

  /** At the start of a text, `from` is behind its byte order mark. */
  without(text: Uint8Array, from = 0): Buffer {
    const out = Buffer.allocUnsafe(text.length + 1)
    out.set(text.subarray(0, from))
    let length = from
    let place = this.place
    for (let at = from; at < text.length; at += 1) {
      const byte = text[at] ?? 0
      if (byte === quote && (place === 'start' || place === 'quoted')) {
        place = place === 'start' ? 'quoted' : 'behind'
        continue
      }
      const ends = byte === comma || byte === newline || byte === carriage
      // The quote before was not simple.
      if ((place === 'quoted' && ends) || (place === 'behind' && !ends)) out[length++] = quote
      out[length++] = byte
      if (byte === comma || byte === newline) place = 'start'
      else if (place !== 'quoted' && !(place === 'behind' && ends)) place = 'cell'
    }
    this.place = place
    return out.subarray(0, length)
  }
}
