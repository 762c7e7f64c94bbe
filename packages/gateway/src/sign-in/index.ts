export { Doors, type DoorsParts } from './doors.js';
export { SignInError, type SignInErrorCode } from './errors.js';
