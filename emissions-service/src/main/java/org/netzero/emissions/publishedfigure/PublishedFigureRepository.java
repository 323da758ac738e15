package org.netzero.emissions.publishedfigure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class PublishedFigureRepository
        implements PanacheRepositoryBase<PublishedFigureEntity, PublishedFigureEntity.Key> {}
