//! Who is calling: networks of proxies, and the address of a client behind them.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

/// A network, written `10.0.0.0/8` or `fd00::/8`; one address without a slash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    base: IpAddr,
    bits: u8,
}

impl Network {
    /// Reads a network; `None` for what is none, host bits set among them (a typing error more
    /// often than not).
    pub fn parse(text: &str) -> Option<Network> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) if bits.bytes().all(|byte| byte.is_ascii_digit()) => {
                (address, Some(bits.parse::<u8>().ok()?))
            }
            Some(_) => return None,
            None => (text, None),
        };
        let base: IpAddr = address.parse().ok()?;
        let most = width(base);
        let network = Network { base, bits: bits.unwrap_or(most) };
        let fits = network.bits <= most && masked(base, network.bits) == number(base);
        fits.then_some(network)
    }

    /// Whether the address lies in it. `::ffff:10.1.2.3` counts as the IPv4 address it is.
    pub fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        width(address) == width(self.base) && masked(address, self.bits) == number(self.base)
    }
}

const fn width(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

/// The address as a number, its first bit on the left of 128.
fn number(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(v4) => u128::from(v4.to_bits()) << 96,
        IpAddr::V6(v6) => v6.to_bits(),
    }
}

fn masked(address: IpAddr, bits: u8) -> u128 {
    let mask = u128::MAX.checked_shl(128 - u32::from(bits)).unwrap_or(0);
    number(address) & mask
}

/// The client's address: the peer itself unless it is one of our proxies, else the right-most hop
/// of `X-Forwarded-For` (its values in the order received) that is none of them. What stands
/// further left was written by the client and is not believed; neither is anything left of a hop
/// that cannot be read.
pub fn client_address<'a>(
    peer: IpAddr,
    forwarded_for: impl DoubleEndedIterator<Item = &'a str>,
    proxies: &[Network],
) -> IpAddr {
    let ours = |address: IpAddr| proxies.iter().any(|proxy| proxy.contains(address));
    let mut client = peer.to_canonical();
    for hop in forwarded_for.rev().flat_map(|value| value.rsplit(',')) {
        if !ours(client) {
            return client;
        }
        match hop_address(hop.trim()) {
            Some(address) => client = address.to_canonical(),
            None => return client,
        }
    }
    client
}

/// A hop, with or without a port.
fn hop_address(text: &str) -> Option<IpAddr> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    bare.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|address| address.ip()))
}

/// The address limits are counted by: an IPv6 client owns its whole /64, so that is one key.
pub fn limit_key(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(v4) => IpAddr::V4(v4),
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(texts: &[&str]) -> Vec<Network> {
        texts.iter().map(|text| Network::parse(text).unwrap()).collect()
    }

    fn client(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let peer = peer.parse().unwrap();
        client_address(peer, forwarded.iter().copied(), &networks(proxies)).to_string()
    }

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let ten = Network::parse("10.0.0.0/8").unwrap();
        assert!(ten.contains("10.255.0.1".parse().unwrap()));
        assert!(ten.contains("::ffff:10.1.2.3".parse().unwrap()));
        assert!(!ten.contains("11.0.0.0".parse().unwrap()));
        assert!(!ten.contains("a00::1".parse().unwrap()), "same leading bits, other family");
        let v6 = Network::parse("2001:db8::/33").unwrap();
        assert!(v6.contains("2001:db8:7fff::1".parse().unwrap()));
        assert!(!v6.contains("2001:db8:8000::1".parse().unwrap()));
        assert!(Network::parse("0.0.0.0/0").unwrap().contains("1.2.3.4".parse().unwrap()));
        assert!(Network::parse("::/0").unwrap().contains("2001:db8::1".parse().unwrap()));
        assert!(Network::parse("192.0.2.7").unwrap().contains("192.0.2.7".parse().unwrap()));
        assert!(!Network::parse("192.0.2.7").unwrap().contains("192.0.2.8".parse().unwrap()));
    }

    #[test]
    fn what_is_no_network_is_refused() {
        for text in
            ["", "10.0.0.0/33", "10.0.0.1/8", "fd00::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/+8", "proxy"]
        {
            assert_eq!(Network::parse(text), None, "{text}");
        }
    }

    #[test]
    fn only_the_right_most_hop_that_is_not_ours_is_believed() {
        let ours = &["10.0.0.0/8", "fd00::/8"];
        assert_eq!(client("203.0.113.9", &["1.1.1.1"], ours), "203.0.113.9", "no proxy of ours");
        assert_eq!(client("10.0.0.1", &["1.1.1.1, 198.51.100.7"], ours), "198.51.100.7");
        assert_eq!(client("10.0.0.1", &["1.1.1.1, 198.51.100.7, 10.2.2.2"], ours), "198.51.100.7");
        assert_eq!(client("10.0.0.1", &["1.1.1.1", "198.51.100.7"], ours), "198.51.100.7", "two headers");
        assert_eq!(client("fd00::1", &["[2001:db8::5]:4711"], ours), "2001:db8::5");
        assert_eq!(client("10.0.0.1", &["198.51.100.7:80"], ours), "198.51.100.7");
        assert_eq!(client("10.0.0.1", &["1.1.1.1, nonsense"], ours), "10.0.0.1", "nothing left of it counts");
        assert_eq!(client("10.0.0.1", &[], ours), "10.0.0.1");
        assert_eq!(client("10.0.0.1", &["10.3.3.3"], ours), "10.3.3.3", "everybody is ours");
    }

    #[test]
    fn a_thousand_invented_hops_are_one_client() {
        let invented: Vec<String> = (0..1000).map(|n| format!("192.0.2.{}, 203.0.113.9", n % 256)).collect();
        for value in &invented {
            assert_eq!(client("10.0.0.1", &[value], &["10.0.0.0/8"]), "203.0.113.9");
        }
    }

    #[test]
    fn an_ipv6_client_is_one_key_per_64() {
        let key = |text: &str| limit_key(text.parse().unwrap()).to_string();
        assert_eq!(key("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(key("2001:db8:1:2:ffff::1"), "2001:db8:1:2::");
        assert_ne!(key("2001:db8:1:3::1"), key("2001:db8:1:2::1"));
        assert_eq!(key("192.0.2.7"), "192.0.2.7");
        assert_eq!(key("::ffff:192.0.2.7"), "192.0.2.7");
    }
}
