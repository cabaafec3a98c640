export { saveResult } from './results';
