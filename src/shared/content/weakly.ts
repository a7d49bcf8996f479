// What takes long to make, much room to keep, and is seldom asked for twice: kept for as long as somebody holds it. In: how it is made of a
// key. Out: the same made again only when nobody held it any more. (A region needs its trees while it wakes, and every object that lives on is
// looked at by each of its collections, in the middle of a turn.)

export function weakly<K extends object, V extends object>(make: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, WeakRef<V>>();
  return key => {
    let made = kept.get(key)?.deref();
    if (!made) {
      made = make(key);
      kept.set(key, new WeakRef(made));
    }
    return made;
  };
}
