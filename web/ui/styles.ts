// The style sheets in their order: letters and colours, pieces, then one per screen or view; what is for little room comes last.
import './css/fonts.css';
import './css/tokens.css';
import './css/pieces.css';
import './css/landing.css';
import './css/play.css';
import './css/views.css';
import './css/panels.css';
import './css/small.css';
