import colors from 'picocolors'
import type { Stance } from '../../index'
import type { Output } from '../host'

/** Puts texts in colours. The words say the same without them. */
export interface Paint {
  readonly bold: (text: string) => string
  /** In the colour of a stance. */
  readonly stance: (stance: Stance, text: string) => string
}

/** Colours as far as an output takes them: not where it is no terminal, nor with NO_COLOR. */
export function paintFor({ isTTY }: Pick<Output, 'isTTY'>): Paint {
  const paint = colors.createColors(colors.isColorSupported && (isTTY === true || 'FORCE_COLOR' in process.env))
  const byStance: Readonly<Record<Stance, (text: string) => string>> = {
    support: paint.green,
    oppose: paint.red,
    conditional: paint.yellow,
    none: paint.dim,
  }
  return { bold: paint.bold, stance: (stance, text) => byStance[stance](text) }
}
