import { describe, expect, test } from 'vitest';
import { shop } from '../../../../test/shop-input.ts';

const OBSERVABILITY = {
  level: 'minimal',
  runbooks: 'https://git.shop.example/docs/runbooks/shop',
  alerts: { pagerduty: true },
};

describe('numbers of the business', () => {
  const metrics = {
    orders: {
      summary: 'Orders placed a minute',
      query: 'sum(rate(shop_orders_total[5m])) * 60\n',
      service: 'orders',
      alert: { below: 1, for: '90m', severity: 'critical' },
    },
    carts: { summary: 'Open carts', query: 'sum(shop_carts)', unit: 'none', alert: { above: 0.001 } },
    users: { summary: 'Users', query: 'sum(shop_users)' },
  };

  test('are sorted, with units and alerts as Prometheus and Grafana write them', () => {
    expect(shop({ platform: { metrics, observability: OBSERVABILITY } }).observability?.kpis).toEqual([
      {
        name: 'carts',
        summary: 'Open carts',
        query: 'sum(shop_carts)',
        unit: 'none',
        service: undefined,
        alert: { comparison: '>', bound: 0.001, for: '15m', severity: 'warning' },
      },
      {
        name: 'orders',
        summary: 'Orders placed a minute',
        query: 'sum(rate(shop_orders_total[5m])) * 60',
        unit: 'short',
        service: 'orders',
        alert: { comparison: '<', bound: 1, for: '90m', severity: 'critical' },
      },
      { name: 'users', summary: 'Users', query: 'sum(shop_users)', unit: 'short' },
    ]);
  });

  test('and promises of services mean nothing where nobody watches, and are no mistake', () => {
    const services = { orders: { slo: { availability: 99.9 } } };
    const platform = { metrics, services, observability: OBSERVABILITY };
    const environment = shop({ platform, production: { observability: null } });
    expect(environment.observability).toBeUndefined();
    const orders = environment.services.find(({ name }) => name === 'orders');
    expect(orders?.slo).toEqual({ availability: 99.9, latency: undefined });
  });
});
