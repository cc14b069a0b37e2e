/** What edits points, fetched together. */
import "./plane-hand";
import "./points-panel";
