import { pad } from './date';
import { ApexValue, exactKey } from './value';

const DAY = 86_400_000;

/** Milliseconds since midnight; additions wrap around. */
export class ApexTime extends ApexValue {
  readonly ms: number;

  constructor(milliseconds: number) {
    super();
    this.ms = ((milliseconds % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  get hour(): number {
    return Math.floor(this.ms / 3_600_000);
  }

  get minute(): number {
    return Math.floor(this.ms / 60_000) % 60;
  }

  get second(): number {
    return Math.floor(this.ms / 1000) % 60;
  }

  get millisecond(): number {
    return this.ms % 1000;
  }

  add(milliseconds: number): ApexTime {
    return new ApexTime(this.ms + milliseconds);
  }

  /** 'HH:mm:ss.SSSZ'. */
  override toString(): string {
    return `${pad(this.hour, 2)}:${pad(this.minute, 2)}:${pad(this.second, 2)}.${pad(this.millisecond, 3)}Z`;
  }

  equalTo(_rt: unknown, other: unknown): boolean {
    return other instanceof ApexTime && other.ms === this.ms;
  }

  hashKey(): string {
    return exactKey('time', this.ms);
  }
}
