import { RouterProvider } from 'react-router';
import { router } from './routes.tsx';
import { ToastProvider } from './toasts.tsx';

/** Everything a person who is signed in works with. A lock takes all of it off the page. */
export function Desk() {
  return (
    <ToastProvider onOpen={(path) => void router.navigate(path)}>
      <RouterProvider router={router} />
    </ToastProvider>
  );
}
