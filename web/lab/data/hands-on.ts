/** What hands do on the pictures, fetched together: points are edited, numbers asked about. */
import "../ask/curve-hand";
import "../ask/edges";
import "./plane-hand";
import "./points-panel";
