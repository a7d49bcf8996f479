// Whether this browser has an account, as far as it knows: whoever has none is not asked for, so that a visitor's page makes no request that the
// server must refuse. In: signing in and out. Out: that.
const KEY = 'evermarch.known';

export const hasAccount = (): boolean => localStorage.getItem(KEY) !== null;
export const rememberAccount = (): void => localStorage.setItem(KEY, '1');
export const forgetAccount = (): void => localStorage.removeItem(KEY);
