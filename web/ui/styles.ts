// The style sheets in their order: letters and colours, pieces, then one per screen or view.
import './css/fonts.css';
import './css/tokens.css';
import './css/pieces.css';
import './css/landing.css';
