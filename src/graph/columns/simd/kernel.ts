/*
 * The kernel of the column programs, two float64 at a time, in AssemblyScript. `npm run kernel` compiles it to kernel.wasm beside it; a test
 * compiles it again and holds the two together, and another holds its bytes to those of the plain kernel. The numbers of the
 * instructions are those of instruction.ts. Every instruction is a call of `columns`, inlined with what it does written in, so that
 * nothing is asked while it runs.
 */

const plus = 0
const plusBy = 1
const minus = 2
const minusBy = 3
const ofMinus = 4
const times = 5
const timesBy = 6
const over = 7
const overBy = 8
const ofOver = 9
const min = 10
const minBy = 11
const max = 12
const maxBy = 13
const floor = 14
const round2 = 15
const squareRoot = 16
const nothing = -1

/**
 * Runs `words` words of code, which begin at byte 0 of memory, over columns of `width` bytes, a multiple of 128. Places in the code are
 * addresses in bytes.
 */
export function run(words: i32, width: usize): void {
  for (let word: usize = 0, end: usize = (<usize>words) << 2; word < end; word += 20) {
    const to = <usize>load<u32>(word, 4)
    const left = <usize>load<u32>(word, 8)
    const right = <usize>load<u32>(word, 12)
    const third = <usize>load<u32>(word, 16)
    switch (load<i32>(word)) {
      case 0:
        columns(plus, nothing, to, left, right, third, width)
        break
      case 1:
        columns(plusBy, nothing, to, left, right, third, width)
        break
      case 2:
        columns(minus, nothing, to, left, right, third, width)
        break
      case 3:
        columns(minusBy, nothing, to, left, right, third, width)
        break
      case 4:
        columns(ofMinus, nothing, to, left, right, third, width)
        break
      case 5:
        columns(times, nothing, to, left, right, third, width)
        break
      case 6:
        columns(timesBy, nothing, to, left, right, third, width)
        break
      case 7:
        columns(over, nothing, to, left, right, third, width)
        break
      case 8:
        columns(overBy, nothing, to, left, right, third, width)
        break
      case 9:
        columns(ofOver, nothing, to, left, right, third, width)
        break
      case 10:
        columns(min, nothing, to, left, right, third, width)
        break
      case 11:
        columns(minBy, nothing, to, left, right, third, width)
        break
      case 12:
        columns(max, nothing, to, left, right, third, width)
        break
      case 13:
        columns(maxBy, nothing, to, left, right, third, width)
        break
      case 14:
        columns(floor, nothing, to, left, right, third, width)
        break
      case 15:
        columns(round2, nothing, to, left, right, third, width)
        break
      case 16:
        columns(squareRoot, nothing, to, left, right, third, width)
        break
      case 17:
        for (let i: usize = 0; i < width; i += 8) store<f64>(to + i, cubeRoot(load<f64>(left + i)))
        break
      case 18:
        columns(plus, plus, to, left, right, third, width)
        break
      case 19:
        columns(timesBy, plus, to, left, right, third, width)
        break
      case 20:
        columns(timesBy, timesBy, to, left, right, third, width)
        break
      case 21:
        columns(minus, plus, to, left, right, third, width)
        break
      case 22:
        columns(minus, minus, to, left, right, third, width)
        break
      case 23:
        columns(plus, minus, to, left, right, third, width)
        break
      case 24:
        columns(maxBy, min, to, left, right, third, width)
        break
      case 25:
        columns(minus, minBy, to, left, right, third, width)
        break
      case 26:
        columns(timesBy, round2, to, left, right, third, width)
        break
      case 27:
        columns(overBy, minBy, to, left, right, third, width)
        break
      case 28:
        columns(overBy, floor, to, left, right, third, width)
        break
      case 29:
        columns(times, timesBy, to, left, right, third, width)
        break
      case 30:
        columns(timesBy, times, to, left, right, third, width)
        break
      case 31:
        columns(ofMinus, times, to, left, right, third, width)
        break
      case 32:
        columns(plus, timesBy, to, left, right, third, width)
        break
      case 33:
        columns(plus, maxBy, to, left, right, third, width)
        break
      default:
        unreachable()
    }
  }
}

/** One operation, or a pair, over whole columns; sixteen numbers a turn, since shorter turns spend their time on going round. */
@inline
function columns(first: i32, second: i32, to: usize, left: usize, right: usize, third: usize, width: usize): void {
  const single = isOf(first) ? v128.load_splat<f64>(left) : f64x2.splat(0)
  const by = endsInBy(first) ? v128.load_splat<f64>(right) : f64x2.splat(0)
  const then = endsInBy(second) ? v128.load_splat<f64>(third) : f64x2.splat(0)
  for (let i: usize = 0; i < width; i += 128) {
    const t = to + i
    const l = left + i
    const r = right + i
    const d = third + i
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l), isColumn(first) ? v128.load(r) : by, isColumn(second) ? v128.load(d) : then))
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 16), isColumn(first) ? v128.load(r, 16) : by, isColumn(second) ? v128.load(d, 16) : then), 16)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 32), isColumn(first) ? v128.load(r, 32) : by, isColumn(second) ? v128.load(d, 32) : then), 32)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 48), isColumn(first) ? v128.load(r, 48) : by, isColumn(second) ? v128.load(d, 48) : then), 48)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 64), isColumn(first) ? v128.load(r, 64) : by, isColumn(second) ? v128.load(d, 64) : then), 64)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 80), isColumn(first) ? v128.load(r, 80) : by, isColumn(second) ? v128.load(d, 80) : then), 80)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 96), isColumn(first) ? v128.load(r, 96) : by, isColumn(second) ? v128.load(d, 96) : then), 96)
    v128.store(t, both(first, second, isOf(first) ? single : v128.load(l, 112), isColumn(first) ? v128.load(r, 112) : by, isColumn(second) ? v128.load(d, 112) : then), 112)
  }
}

@inline
function endsInBy(what: i32): bool {
  return what === plusBy || what === minusBy || what === timesBy || what === overBy || what === minBy || what === maxBy
}

@inline
function isOf(what: i32): bool {
  return what === ofMinus || what === ofOver
}

/** Whether the right operand is a column. */
@inline
function isColumn(what: i32): bool {
  return what === plus || what === minus || what === times || what === over || what === min || what === max || isOf(what)
}

@inline
function both(first: i32, second: i32, a: v128, b: v128, c: v128): v128 {
  return second === nothing ? one(first, a, b) : one(second, one(first, a, b), c)
}

@inline
function one(what: i32, a: v128, b: v128): v128 {
  if (what === plus || what === plusBy) return f64x2.add(a, b)
  if (what === minus || what === minusBy || what === ofMinus) return f64x2.sub(a, b)
  if (what === times || what === timesBy) return f64x2.mul(a, b)
  if (what === over || what === overBy || what === ofOver) return quotient(a, b)
  if (what === min || what === minBy) return f64x2.pmin(a, b)
  if (what === max || what === maxBy) return f64x2.pmax(a, b)
  if (what === floor) return f64x2.floor(f64x2.add(a, f64x2.splat(1e-9)))
  if (what === round2) return nearestPence(a)
  return f64x2.sqrt(a)
}

/** a ÷ b, and 0 where b is 0. */
@inline
function quotient(a: v128, b: v128): v128 {
  return v128.andnot(f64x2.div(a, b), f64x2.eq(b, f64x2.splat(0)))
}

/** Pence, half away from zero, as the plain kernel has it. */
@inline
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
