#!/usr/bin/env python3
"""Prints a cluster.conf with NODES nodes and SERVICES services of one script each.

usage: scripts/large_cluster.py NODES SERVICES [--domains]
With --domains the services are spread over as many ordered failover domains as there are nodes.
"""
import sys


def main() -> int:
    numbers = [word for word in sys.argv[1:] if word != "--domains"]
    if len(numbers) != 2 or not all(word.isdigit() for word in numbers):
        print(__doc__, file=sys.stderr)
        return 2
    nodes, services = map(int, numbers)
    domains = "--domains" in sys.argv
    print('<?xml version="1.0"?>\n<cluster name="large" config_version="1">')
    print(' <cman expected_votes="%d"/>\n <clusternodes>' % nodes)
    for i in range(1, nodes + 1):
        print(f'  <clusternode name="node{i}" nodeid="{i}" votes="1"/>')
    print(" </clusternodes>\n <rm>")
    if domains:
        print("  <failoverdomains>")
        for d in range(nodes):
            print(f'   <failoverdomain name="d{d}" ordered="1">')
            for k in range(min(4, nodes)):
                node = (d + k) % nodes + 1
                print(f'    <failoverdomainnode name="node{node}" priority="{k + 1}"/>')
            print("   </failoverdomain>")
        print("  </failoverdomains>")
    for s in range(services):
        domain = f' domain="d{s % nodes}"' if domains else ""
        print(f'  <service name="s{s}" recovery="relocate"{domain}>')
        print(f'   <script name="s{s}" file="/etc/init.d/s{s}"/>\n  </service>')
    print(" </rm>\n</cluster>")
    return 0


if __name__ == "__main__":
    sys.exit(main())
