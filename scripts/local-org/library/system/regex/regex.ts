import { implement } from '../../../contracts/library';
import { stringList } from '../lists';
import { instanceMethods, staticMethods } from '../nulls';
import { MatcherValue, replaceMatches } from './matcher-value';
import { PatternValue, splitText } from './pattern-value';

const NOTE = {
  fidelity: 'approximate',
  note: 'Java patterns are translated; what JavaScript lacks is refused.'
} as const;

const matchesWhole = (regex: string, text: string): boolean =>
  new MatcherValue(new PatternValue(regex), text).matchStart(true);

export const patterns = implement(
  'System.Pattern',
  {
    ...staticMethods({
      'compile(String)': (_rt, regex: string) => new PatternValue(regex),
      'matches(String,String)': (_rt, regex: string, text: string) => matchesWhole(regex, text),
      'quote(String)': (_rt, text: string) => `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E`
    }),
    ...instanceMethods({
      'matcher(String)': (_rt, pattern: PatternValue, text: string) => new MatcherValue(pattern, text),
      'pattern()': (_rt, pattern: PatternValue) => pattern.text,
      'split(String)': (_rt, pattern: PatternValue, text: string) => stringList(splitText(pattern, text, 0)),
      'split(String,Integer)': (_rt, pattern: PatternValue, text: string, limit: number) =>
        stringList(splitText(pattern, text, limit))
    })
  },
  NOTE
);

export const matchers = implement(
  'System.Matcher',
  {
    ...staticMethods({ 'quoteReplacement(String)': (_rt, text: string) => text.replace(/[\\$]/g, '\\$&') }),
    ...instanceMethods({
      'find()': (_rt, matcher: MatcherValue) => matcher.find(),
      'find(Integer)': (_rt, matcher: MatcherValue, start: number) => matcher.findFrom(start),
      'matches()': (_rt, matcher: MatcherValue) => matcher.matchStart(true),
      'lookingAt()': (_rt, matcher: MatcherValue) => matcher.matchStart(false),
      'group()': (_rt, matcher: MatcherValue) => matcher.group(0),
      'group(Integer)': (_rt, matcher: MatcherValue, index: number) => matcher.group(index),
      'groupCount()': (_rt, matcher: MatcherValue) => matcher.pattern.groupCount,
      'start()': (_rt, matcher: MatcherValue) => matcher.bounds(0)[0],
      'start(Integer)': (_rt, matcher: MatcherValue, index: number) => matcher.bounds(index)[0],
      'end()': (_rt, matcher: MatcherValue) => matcher.bounds(0)[1],
      'end(Integer)': (_rt, matcher: MatcherValue, index: number) => matcher.bounds(index)[1],
      'pattern()': (_rt, matcher: MatcherValue) => matcher.pattern,
      'region(Integer,Integer)': (_rt, matcher: MatcherValue, start: number, end: number) => matcher.region(start, end),
      'regionStart()': (_rt, matcher: MatcherValue) => matcher.regionStart,
      'regionEnd()': (_rt, matcher: MatcherValue) => matcher.regionEnd,
      'hasAnchoringBounds()': () => true,
      'hasTransparentBounds()': () => false,
      'reset()': (_rt, matcher: MatcherValue) => matcher.reset(),
      'reset(String)': (_rt, matcher: MatcherValue, text: string) => matcher.reset(text),
      'replaceAll(String)': (_rt, matcher: MatcherValue, replacement: string) =>
        replaceMatches(matcher.pattern, matcher.reset().text, replacement, true),
      'replaceFirst(String)': (_rt, matcher: MatcherValue, replacement: string) =>
        replaceMatches(matcher.pattern, matcher.reset().text, replacement, false),
      'usePattern(System.Pattern)': (_rt, matcher: MatcherValue, pattern: PatternValue) => {
        matcher.pattern = pattern;
        return matcher;
      }
    })
  },
  NOTE
);

/** The methods of String that take a pattern. */
export const stringPatterns = implement(
  'String',
  instanceMethods({
    'replaceAll(String,String)': (_rt, text: string, regex: string, replacement: string) =>
      replaceMatches(new PatternValue(regex), text, replacement, true),
    'replaceFirst(String,String)': (_rt, text: string, regex: string, replacement: string) =>
      replaceMatches(new PatternValue(regex), text, replacement, false),
    'split(String)': (_rt, text: string, regex: string) => stringList(splitText(new PatternValue(regex), text, 0)),
    'split(String,Integer)': (_rt, text: string, regex: string, limit: number) =>
      stringList(splitText(new PatternValue(regex), text, limit))
  }),
  NOTE
);
