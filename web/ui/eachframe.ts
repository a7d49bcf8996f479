// Runs a function on every frame while a component is on screen: for the few things that move between two messages. In: the function; it writes to the DOM itself.
import { useEffect, useRef } from 'preact/hooks';

export function useEachFrame(draw: (now_ms: number) => void): void {
  const latest = useRef(draw);
  latest.current = draw;
  useEffect(() => {
    let handle = requestAnimationFrame(function frame(now_ms) {
      latest.current(now_ms);
      handle = requestAnimationFrame(frame);
    });
    return () => cancelAnimationFrame(handle);
  }, []);
}
