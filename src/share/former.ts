// A page that leads on by itself drops what follows "#" in its address: here it comes along.
if (location.hash) location.replace(document.querySelector('a')!.href + location.hash);
