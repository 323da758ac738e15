package org.netzero.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBookTest {

    @ParameterizedTest
    @CsvSource({
        "/api/sites/berlin, ENERGY",
        "/api/energy/records, ENERGY",
        "/api/imports/sites, ENERGY",
        "/api/imports/energy, ENERGY",
        "/api/imports/resources, ENERGY",
        "/api/imports/instruments/template, ENERGY",
        "/api/energy/meters/m-1/intervals, ENERGY",
        "/api/imports/meters, ENERGY",
        "/api/imports/intervals/history/0198f000/rejected, ENERGY",
        "/api/imports/grid-hours/template, ENERGY",
        "/api/imports/plants, ENERGY",
        "/api/imports/storages/template, ENERGY",
        "/api/imports/collection, ENERGY",
        "/api/energy/collection/expectations, ENERGY",
        "/api/organization, EMISSIONS",
        "/api/emissions/inventory, EMISSIONS",
        "/api/emissions/inventory/uncertainty, EMISSIONS",
        "/api/imports/activities, EMISSIONS",
        "/api/imports/activities/history/0198f000/rejected, EMISSIONS",
        "/api/imports/activities/mappings/plant-north, EMISSIONS",
        "/api/imports/drivers, EMISSIONS",
        "/api/imports/factors, EMISSIONS",
        "/api/emissions/factor-sets/own.1/preview, EMISSIONS",
        "/api/imports/published-figures, EMISSIONS",
        "/api/imports/exchange-rates, EMISSIONS",
        "/api/imports/price-indices, EMISSIONS",
        "/api/datacenters/dc1/indicators, DATACENTER",
        "/api/telemetry/influx/api/v2/write, DATACENTER",
        "/api/imports/datacenters, DATACENTER",
        "/api/imports/points, DATACENTER",
        "/api/imports/stated-indicators, DATACENTER",
        "/api/imports/weather/template, DATACENTER",
        "/api/imports/projects, DATACENTER",
        "/api/datacenters/projects, DATACENTER",
        "/api/datacenters/dc1/heat-recovery, DATACENTER",
        "/api/datacenters/dc1/baselines/b1, DATACENTER"
    })
    void everyServiceAnswersItsOwn(String path, Service service) {
        assertThat(AddressBook.of(path)).isEqualTo(new Destination.Behind(service));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/roadmap/scenarios",
                "/api/imports/levers",
                "/api/imports/targets/template",
                "/api/keys",
                "/api/session",
                "/api/stream",
                "/api/health",
                "/api/openapi",
                "/api/docs/"
            })
    void theGatewayAnswersTheRest(String path) {
        assertThat(AddressBook.of(path)).isInstanceOf(Destination.Here.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/imports/sits", "/api/imports/", "/api/imports"})
    void anUnknownImportIsNobodys(String path) {
        assertThat(AddressBook.of(path)).isInstanceOf(Destination.UnknownImport.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/api/site", "/api/energyx/records", "/api//energy"})
    void whatOnlyLooksLikeAnAddressIsNobodys(String path) {
        assertThat(AddressBook.of(path)).isInstanceOf(Destination.Nowhere.class);
    }

    @Test
    void everyKindOfImportHasItsAddress() {
        assertThat(AddressBook.importKinds()).hasSize(23).contains("levers", "sites", "collection");
    }
}
