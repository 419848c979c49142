package dev.breakwater.central.notification.internal.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sockets for one message that look at the address at the moment of connecting, and that can be closed from outside. The mail
 * library looks the name up itself and connects to what it found; this stands between the two. It asks a factory for a socket
 * only where that is none of TLS, so TLS from the first byte is put over the socket here ({@link TlsSocket}).
 */
final class GuardedSockets {

    private final AddressGuard guard;
    private final List<Socket> opened = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    GuardedSockets(AddressGuard guard) {
        this.guard = guard;
    }

    /** Closes what is open and lets nothing connect any more. */
    void closeAll() {
        closed = true;
        for (Socket socket : opened) {
            try {
                socket.close();
            } catch (IOException e) {
                // It is of no use any more, whatever became of it.
                continue;
            }
        }
    }

    private Socket guarded() {
        Socket socket = new Socket() {
            @Override
            public void connect(SocketAddress endpoint) throws IOException {
                connect(endpoint, 0);
            }

            @Override
            public void connect(SocketAddress endpoint, int timeout) throws IOException {
                if (closed) {
                    throw new IOException("there was no time left to connect");
                }
                InetAddress address = endpoint instanceof InetSocketAddress inet ? inet.getAddress() : null;
                if (address == null) {
                    throw new UnknownHostException(
                            endpoint instanceof InetSocketAddress inet ? inet.getHostString() : "no host");
                }
                // Mail servers of the own network often have no certificate: whether TLS is asked for is a setting of
                // its own.
                guard.check(address, false);
                super.connect(endpoint, timeout);
            }
        };
        opened.add(socket);
        return socket;
    }

    /** Without TLS, or for what turns to TLS later. */
    SocketFactory inTheClear() {
        return new Unconnected(this::guarded);
    }

    /** TLS from the first byte, with the certificate verified for the host. */
    SocketFactory overTls(SSLSocketFactory tls, String host) {
        return new Unconnected(() -> new TlsSocket(guarded(), tls, host));
    }

    /** Gives sockets that whoever uses them connects. */
    private static final class Unconnected extends SocketFactory {

        private final Supplier<Socket> sockets;

        Unconnected(Supplier<Socket> sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket() {
            return sockets.get();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return connected(new InetSocketAddress(host, port));
        }

        private Socket connected(SocketAddress endpoint) throws IOException {
            Socket socket = sockets.get();
            socket.connect(endpoint);
            return socket;
        }
    }
}
