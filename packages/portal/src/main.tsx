/** The patient's page. */

import { render } from 'preact';
import { App } from './app/app.js';

const root = document.getElementById('page');
if (root !== null) render(<App />, root);
