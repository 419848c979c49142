package dev.breakwater.central.notification.internal.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** TLS over another socket from the moment of connecting, with the certificate verified for a host name (RFC 2818). */
final class TlsSocket extends Socket {

    private final Socket beneath;
    private final SSLSocketFactory factory;
    private final String host;
    private @Nullable SSLSocket tls;

    TlsSocket(Socket beneath, SSLSocketFactory factory, String host) {
        this.beneath = beneath;
        this.factory = factory;
        this.host = host;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        beneath.connect(endpoint, timeout);
        SSLSocket over = (SSLSocket) factory.createSocket(beneath, host, beneath.getPort(), true);
        SSLParameters parameters = over.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        over.setSSLParameters(parameters);
        over.startHandshake();
        tls = over;
    }

    private SSLSocket tls() throws SocketException {
        if (tls == null) {
            throw new SocketException("it is not connected");
        }
        return tls;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return tls().getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return tls().getOutputStream();
    }

    @Override
    public synchronized void setSoTimeout(int timeout) throws SocketException {
        beneath.setSoTimeout(timeout);
    }

    @Override
    public synchronized int getSoTimeout() throws SocketException {
        return beneath.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        beneath.setTcpNoDelay(on);
    }

    @Override
    public InetAddress getInetAddress() {
        return beneath.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return beneath.getLocalAddress();
    }

    @Override
    public int getPort() {
        return beneath.getPort();
    }

    @Override
    public int getLocalPort() {
        return beneath.getLocalPort();
    }

    @Override
    public boolean isConnected() {
        return beneath.isConnected();
    }

    @Override
    public boolean isClosed() {
        return beneath.isClosed();
    }

    @Override
    public synchronized void close() throws IOException {
        if (tls == null) {
            beneath.close();
        } else {
            tls.close();
        }
    }
}
