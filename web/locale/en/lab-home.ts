/** What is taken home from the laboratory. */
export const en = {
  title: "Take it home",
  lead: "The network as it is shown above, with its weights and its points. Each program prints the same cost as this page.",
  form: "As",
  forms: {
    numpy: "NumPy",
    torch: "PyTorch",
    keras: "Keras",
    javascript: "JavaScript",
    cpp: "C++",
    json: "A file for this page (JSON)",
    svg: "A drawing of the network (SVG)",
    losses: "The costs so far (CSV)",
    data: "The points (CSV)",
  },
  about: {
    numpy: "Forward over all points. Needs NumPy alone.",
    torch:
      "Prints the cost, then trains on. Under torchrun it trains on as many processes and machines as you give it.",
    keras: "Prints the cost; one line more trains on. Needs Keras 3.",
    javascript: "For Node or a page of your own. Needs nothing.",
    cpp: "One file of C++17. Needs nothing.",
    json: "All settings and weights. Open it here again, today or next year.",
    svg: "Every weight and bias, in the colours of now. Opens in any browser and in programs that draw.",
    losses: "One row for each point of the curve.",
    data: "x1, x2, y, and whether a point is learned from or set apart.",
  },
  svg: {
    title: (shape: string): string => `A network ${shape}`,
    about: (cost: string): string =>
      `Each line is as wide as its weight is large: whole where it is positive, dashed where it is negative. Under each node stands its bias b. The cost is ${cost}.`,
  },
  link: "Copy a link to this trained network",
  linkCopied: "Copied. Whoever opens the link has this very network and can train on.",
  linkTooLong: (length: number, most: number): string =>
    `These weights would need ${length} signs in a link. Links carry ${most} well, not more. Save the file for this page (JSON) instead.`,
  save: "Save",
  copy: "Copy",
  copied: "Copied.",
  notCopied: "The browser does not let this page copy. Save the file instead.",
  picture: "Picture of the plane",
  open: "Open a saved network",
  faults: {
    "too-large": "This file is larger than any network of the laboratory. Choose one that was saved here.",
    "no-json": "This file is no JSON. Choose a file that was saved here as “A file for this page”.",
    "no-network": "There is no network of Chainwise in this file. Choose one that was saved here.",
    newer: "This file comes from another version of Chainwise. Open it with that one.",
    points: "The points in this file are damaged: each has to be a row of numbers. What you had is still here.",
    numbers:
      "The weights in this file are damaged: each has to be a number, and none beyond 1e12. What you had is still here.",
    shapes:
      "The weights in this file do not fit its own settings: there are too many or too few for its layers. Save it again where it came from. What you had is still here.",
  },
};
