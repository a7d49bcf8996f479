// The style sheets of the page before the world, in their order: letters and colours, pieces, landing, windows. The world brings its own (play.tsx).
import './css/fonts.css';
import './css/tokens.css';
import './css/pieces.css';
import './css/landing.css';
import './css/panels.css';
