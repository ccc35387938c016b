/*
 * The kernel of the column programs, two float64 at a time, in AssemblyScript. `npm run kernel` compiles it to kernel.wasm beside it; a test
 * compiles it again and holds the two together, and another holds its bytes to those of the plain kernel. The numbers of the
 * instructions are those of instruction.ts.
 */

/** Runs `words` words of code, which begin at byte 0 of memory, over columns of `width` bytes. Places in the code are addresses in bytes. */
export function run(words: i32, width: usize): void {
  for (let word: usize = 0, end: usize = (<usize>words) << 2; word < end; word += 16) {
    const to = <usize>load<u32>(word, 4)
    const left = <usize>load<u32>(word, 8)
    const right = <usize>load<u32>(word, 12)
    switch (load<i32>(word)) {
      // plus
      case 0: {
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.add(v128.load(left + i), v128.load(right + i)))
          v128.store(to + i, f64x2.add(v128.load(left + i, 16), v128.load(right + i, 16)), 16)
        }
        break
      }
      // plusBy
      case 1: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.add(v128.load(left + i), by))
          v128.store(to + i, f64x2.add(v128.load(left + i, 16), by), 16)
        }
        break
      }
      // minus
      case 2: {
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.sub(v128.load(left + i), v128.load(right + i)))
          v128.store(to + i, f64x2.sub(v128.load(left + i, 16), v128.load(right + i, 16)), 16)
        }
        break
      }
      // minusBy
      case 3: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.sub(v128.load(left + i), by))
          v128.store(to + i, f64x2.sub(v128.load(left + i, 16), by), 16)
        }
        break
      }
      // ofMinus
      case 4: {
        const single = v128.load_splat<f64>(left)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.sub(single, v128.load(right + i)))
          v128.store(to + i, f64x2.sub(single, v128.load(right + i, 16)), 16)
        }
        break
      }
      // times
      case 5: {
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.mul(v128.load(left + i), v128.load(right + i)))
          v128.store(to + i, f64x2.mul(v128.load(left + i, 16), v128.load(right + i, 16)), 16)
        }
        break
      }
      // timesBy
      case 6: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.mul(v128.load(left + i), by))
          v128.store(to + i, f64x2.mul(v128.load(left + i, 16), by), 16)
        }
        break
      }
      // over
      case 7: {
        for (let i: usize = 0; i < width; i += 16) {
          v128.store(to + i, quotient(v128.load(left + i), v128.load(right + i)))
        }
        break
      }
      // overBy
      case 8: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 16) v128.store(to + i, quotient(v128.load(left + i), by))
        break
      }
      // ofOver
      case 9: {
        const single = v128.load_splat<f64>(left)
        for (let i: usize = 0; i < width; i += 16) v128.store(to + i, quotient(single, v128.load(right + i)))
        break
      }
      // min
      case 10: {
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.pmin(v128.load(left + i), v128.load(right + i)))
          v128.store(to + i, f64x2.pmin(v128.load(left + i, 16), v128.load(right + i, 16)), 16)
        }
        break
      }
      // minBy
      case 11: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.pmin(v128.load(left + i), by))
          v128.store(to + i, f64x2.pmin(v128.load(left + i, 16), by), 16)
        }
        break
      }
      // max
      case 12: {
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.pmax(v128.load(left + i), v128.load(right + i)))
          v128.store(to + i, f64x2.pmax(v128.load(left + i, 16), v128.load(right + i, 16)), 16)
        }
        break
      }
      // maxBy
      case 13: {
        const by = v128.load_splat<f64>(right)
        for (let i: usize = 0; i < width; i += 32) {
          v128.store(to + i, f64x2.pmax(v128.load(left + i), by))
          v128.store(to + i, f64x2.pmax(v128.load(left + i, 16), by), 16)
        }
        break
      }
      // floor
      case 14: {
        const nudge = f64x2.splat(1e-9)
        for (let i: usize = 0; i < width; i += 16) v128.store(to + i, f64x2.floor(f64x2.add(v128.load(left + i), nudge)))
        break
      }
      // round2
      case 15: {
        for (let i: usize = 0; i < width; i += 16) v128.store(to + i, nearestPence(v128.load(left + i)))
        break
      }
      // squareRoot
      case 16: {
        for (let i: usize = 0; i < width; i += 16) v128.store(to + i, f64x2.sqrt(v128.load(left + i)))
        break
      }
      // cubeRoot
      case 17: {
        for (let i: usize = 0; i < width; i += 8) store<f64>(to + i, cubeRoot(load<f64>(left + i)))
        break
      }
      default:
        unreachable()
    }
  }
}

/** a ÷ b, and 0 where b is 0. */
function quotient(a: v128, b: v128): v128 {
  return v128.andnot(f64x2.div(a, b), f64x2.eq(b, f64x2.splat(0)))
}

/** Pence, half away from zero, as the plain kernel has it. */
function nearestPence(value: v128): v128 {
  const negative = f64x2.lt(value, f64x2.splat(0))
  const size = v128.bitselect(f64x2.neg(value), value, negative)
  const pence = f64x2.mul(size, f64x2.splat(100))
  const nudge = f64x2.add(f64x2.mul(pence, f64x2.splat(1e-13)), f64x2.splat(5e-9))
  const rounded = f64x2.div(f64x2.floor(f64x2.add(f64x2.add(pence, nudge), f64x2.splat(0.5))), f64x2.splat(100))
  return v128.bitselect(f64x2.neg(rounded), rounded, negative)
}

/** By Newton's method, as the plain kernel has it. */
function cubeRoot(value: f64): f64 {
  if (value === 0) return 0
  let root: f64 = value > 1 ? value : 1
  while (true) {
    const next = root - (root - value / (root * root)) / 3
    if (next >= root) return root
    root = next
  }
}
