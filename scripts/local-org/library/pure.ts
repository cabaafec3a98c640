/** The library that needs no rows, jobs, events or HTTP: values in, values out. */
import type { LibraryEntry } from '../contracts/library';
import { accessLevels } from './system/access-level';
import { blobs, encodings } from './system/blob-methods';
import { asserts } from './system/checks/asserts';
import { systemMethods } from './system/checks/system';
import { iterables, iterators, lists } from './system/collections/lists';
import { maps } from './system/collections/maps';
import { sets } from './system/collections/sets';
import { cryptoMethods } from './system/crypto/crypto';
import { exceptionConstructors, exceptionMethods } from './system/exceptions';
import { jsonGenerators } from './system/json/generator';
import { json } from './system/json/json';
import { jsonParsers } from './system/json/parser';
import { decimals, doubles, fractionFormats } from './system/numbers/fractions';
import { ids } from './system/numbers/ids';
import { mathMethods } from './system/numbers/math';
import { booleans, integers, longs } from './system/numbers/whole';
import { locations } from './system/location';
import { objects } from './system/objects';
import { matchers, patterns, stringPatterns } from './system/regex/regex';
import { stringChanges, stringTags } from './system/text/change';
import { htmlEscapes, stringEscapes } from './system/text/escape';
import { stringFinds } from './system/text/find';
import { stringStatics } from './system/text/statics';
import { dates } from './system/time/dates';
import { datetimes } from './system/time/datetimes';
import { times } from './system/time/times';
import { timeZones } from './system/time/zones';
import { types } from './system/types';
import { uuids } from './system/uuid';
import { versions } from './system/version';
import { httpRequests, httpResponses } from './system/web/http';
import { pageReferences } from './system/web/page-reference';
import { restContext, restRequests, restResponses } from './system/web/rest';
import { urls } from './system/web/url';

const text = [stringFinds, stringChanges, stringTags, stringEscapes, htmlEscapes, stringStatics, stringPatterns];
const numbers = [integers, longs, booleans, doubles, decimals, fractionFormats, mathMethods, ids];
const time = [dates, datetimes, times, timeZones];
const bytes = [blobs, encodings, cryptoMethods, uuids];
const collections = [lists, sets, maps, iterators, iterables];
const language = [objects, exceptionConstructors, exceptionMethods, types, versions];
const services = [asserts, systemMethods, accessLevels, json, jsonGenerators, jsonParsers, patterns, matchers];
const web = [httpRequests, httpResponses, urls, pageReferences, restContext, restRequests, restResponses, locations];

export const pureLibrary: readonly (readonly LibraryEntry[])[] = [
  ...text,
  ...numbers,
  ...time,
  ...bytes,
  ...collections,
  ...language,
  ...services,
  ...web
];
