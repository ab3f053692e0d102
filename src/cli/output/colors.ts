import colors from 'picocolors'
import type { Stance } from '../../index'

/** Colours as far as standard output takes them: not where it is no terminal, nor with NO_COLOR. The words say the same without them. */
export const paint = colors.createColors(colors.isColorSupported && (process.stdout.isTTY || 'FORCE_COLOR' in process.env))

const COLORS: Readonly<Record<Stance, (text: string) => string>> = {
  support: paint.green,
  oppose: paint.red,
  conditional: paint.yellow,
  none: paint.dim,
}

/** A text in the colour of a stance. */
export const paintStance = (stance: Stance, text: string): string => COLORS[stance](text)
