import './style.css';
// after the rules that all pages share, so that those of a page go before them
import './pages/overview/overview.css';
import './pages/inventory/inventory.css';
import './pages/energy/energy.css';
import './pages/datacenters/datacenters.css';
import './pages/roadmap/roadmap.css';
import './pages/data/data.css';
import './frame/app';
