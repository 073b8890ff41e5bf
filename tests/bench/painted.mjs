// When a change of the page has been painted, told the same way for our app and for a board of DOM elements. Limits: the main
// thread's part; how long a GPU (here its stand-in in software) takes to show the frame is not in it.

// An init script. Afterwards window.whenPainted(stands) resolves to performance.now() at the end of the frame with which
// stands() became true; it looks whenever the document has changed. performance.mark() tells a trace of it: `changed` where
// it became true, `frame` in that frame.
export function tellPaints() {
  let inFrame = false;
  const ask = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => ask((time) => {
    inFrame = true;
    // What was changed is looked at before this: it was queued earlier.
    try { callback(time); } finally { queueMicrotask(() => { inFrame = false; }); }
  });
  // A message that is posted in a frame comes when the frame's style, layout and paint are done.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.splice(0).forEach((tell) => tell(performance.now()));
  const afterFrame = (tell) => {
    performance.mark('frame');
    waiting.push(tell);
    channel.port2.postMessage(0);
  };
  window.whenPainted = (stands) => new Promise((resolve) => {
    let observer = null;
    const look = () => {
      if (!stands()) return false;
      observer?.disconnect();
      performance.mark('changed');
      if (inFrame) afterFrame(resolve);
      else ask(() => afterFrame(resolve));
      return true;
    };
    if (look()) return;
    observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
  });
}
