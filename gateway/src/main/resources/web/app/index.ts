import './style.css';
import './frame/app';
