import { ApexEnumValue, platformEnumValue } from '../../../runtime/enum';
import { dbl, dec, examples } from './library-call';

const mode = (name: string): ApexEnumValue => platformEnumValue('System.RoundingMode', name);

describe('whole numbers', () => {
  examples([
    ['Integer', 'valueOf(String)', ['+42'], 42],
    ['Integer', 'valueOf(String)', ['abc'], 'System.TypeException: Invalid integer: abc'],
    ['Integer', 'valueOf(String)', ['2147483648'], 'System.TypeException: Invalid integer: 2147483648'],
    ['Integer', 'valueOf(Object)', [dec('3.9')], 3],
    ['Integer', 'format()', [-1234567], '-1,234,567'],
    ['Long', 'valueOf(String)', ['-9223372036854775808'], -9223372036854775808n],
    ['Long', 'valueOf(String)', ['9223372036854775808'], 'System.TypeException: Invalid long: 9223372036854775808'],
    ['Long', 'intValue()', [4294967297n], 1],
    ['Boolean', 'valueOf(Object)', ['TRUE'], true],
    ['Boolean', 'valueOf(Object)', ['yes'], false]
  ]);
});

describe('decimals', () => {
  examples([
    ['Decimal', 'valueOf(String)', ['12.30'], '12.30'],
    ['Decimal', 'valueOf(String)', ['1,5'], 'System.TypeException: Invalid decimal: 1,5'],
    ['Decimal', 'divide(Decimal,Integer)', [dec('19'), dec('100'), 3], '0.190'],
    ['Decimal', 'divide(Decimal,Integer)', [dec('21'), dec('20'), 1], '1.0'],
    ['Decimal', 'divide(Decimal,Integer,Object)', [dec('1'), dec('3'), 2, mode('UP')], '0.34'],
    ['Decimal', 'divide(Decimal,Integer)', [dec('1'), dec('0'), 2], 'System.MathException: Divide by 0'],
    ['Decimal', 'precision()', [dec('123.45')], 5],
    ['Decimal', 'pow(Integer)', [dec('4.12'), 2], '16.9744'],
    ['Decimal', 'round()', [dec('5.5')], 6n],
    ['Decimal', 'round()', [dec('2.5')], 2n],
    ['Decimal', 'round(System.RoundingMode)', [dec('-5.5'), mode('CEILING')], -5n],
    ['Decimal', 'setScale(Integer)', [dec('8.025'), 2], '8.03'],
    ['Decimal', 'setScale(Integer,System.RoundingMode)', [dec('1.025'), 2, mode('HALF_EVEN')], '1.02'],
    [
      'Decimal',
      'setScale(Integer,System.RoundingMode)',
      [dec('1.5'), 0, mode('UNNECESSARY')],
      'System.MathException: Rounding necessary'
    ],
    ['Decimal', 'setScale(Integer)', [dec('1'), 34], 'System.MathException: Invalid scale: 34'],
    ['Decimal', 'stripTrailingZeros()', [dec('1.50000')], '1.5'],
    ['Decimal', 'toPlainString()', [dec('0.00000001')], '0.00000001'],
    ['Decimal', 'format()', [dec('1234567.10')], '1,234,567.1'],
    ['String', 'valueOf(Decimal)', [dec('0.00000001')], '1E-8'],
    ['String', 'valueOf(Double)', [dbl(12345678)], '1.2345678E7'],
    ['String', 'valueOf(Double)', [dbl(3)], '3.0']
  ]);
});

describe('mathematics', () => {
  examples([
    ['System.Math', 'round(Decimal)', [dec('4.5')], 4],
    ['System.Math', 'round(Double)', [dbl(-2.5)], -2],
    ['System.Math', 'roundToLong(Double)', [dbl(3.5)], 4n],
    ['System.Math', 'mod(Integer,Integer)', [-7, 3], -1],
    ['System.Math', 'mod(Integer,Integer)', [7, 0], 'System.MathException: Divide by 0'],
    ['System.Math', 'abs(Integer)', [-2147483648], -2147483648],
    ['System.Math', 'ceil(Decimal)', [dec('-1.5')], '-1'],
    ['System.Math', 'max(Decimal,Decimal)', [dec('12.3'), dec('156.6')], '156.6'],
    ['System.Math', 'min(Long,Long)', [3n, 2n], 2n],
    ['System.Math', 'pow(Double,Double)', [dbl(2), dbl(10)], '1024.0'],
    ['System.Math', 'rint(Double)', [dbl(2.5)], '2.0'],
    ['System.Math', 'signum(Decimal)', [dec('-0.5')], '-1'],
    ['System.Math', 'sqrt(Decimal)', [dec('4')], '2.0']
  ]);
});

describe('ids', () => {
  examples([
    ['Id', 'valueOf(String)', ['001000000000001'], '001000000000001AAA'],
    ['Id', 'valueOf(String)', ['0015g00000AbCdE'], '0015g00000AbCdEAAV'],
    ['Id', 'valueOf(String)', ['0015G00000ABCDEAAV'], '0015g00000AbCdEAAV'],
    ['Id', 'valueOf(String)', ['abc'], 'System.StringException: Invalid id: abc']
  ]);
});
