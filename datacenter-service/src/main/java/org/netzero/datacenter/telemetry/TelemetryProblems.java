package org.netzero.datacenter.telemetry;

import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.netzero.datacenter.DatacenterProblem;
import org.netzero.platform.problem.CommonProblem;
import org.netzero.platform.problem.Problem;

/// How the refusal of a whole body is answered.
class TelemetryProblems {

    @ServerExceptionMapper
    Response notStored(ReadingsNotStored refused) {
        return Problem.of(
                        DatacenterProblem.READINGS_NOT_STORED, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response tooLarge(BodyTooLarge refused) {
        return Problem.of(CommonProblem.BODY_TOO_LARGE, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response packedOtherwise(UnsupportedEncoding refused) {
        return Problem.of(
                        CommonProblem.UNSUPPORTED_MEDIA_TYPE, String.valueOf(refused.getMessage()))
                .response();
    }

    @ServerExceptionMapper
    Response unknownRule(UnknownRule refused) {
        return Problem.of(DatacenterProblem.UNKNOWN_RULE, String.valueOf(refused.getMessage()))
                .response();
    }
}
