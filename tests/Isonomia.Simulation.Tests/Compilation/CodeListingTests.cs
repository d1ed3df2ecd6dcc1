using Isonomia.Modeling.Integration;
using Isonomia.Simulation.Compilation;
using Isonomia.Simulation.Tests.Populations;

namespace Isonomia.Simulation.Tests.Compilation;

public class CodeListingTests
{
    [Fact]
    public void A_listing_shows_what_is_computed_when()
    {
        var model = new CellText("dv/dt = (gL*(EL - v) + I_syn + A*sin(2*pi*f*t))/C : volt (unless refractory)")
        {
            Parameters = new()
            {
                ["gL"] = "10*nS",
                ["EL"] = "-70*mV",
                ["C"] = "200*pF",
                ["A"] = "100*pA",
                ["f"] = "40*Hz",
                ["VT"] = "-50*mV",
            },
            Threshold = "v > VT",
            Reset = "v = EL",
            Refractory = "2*ms",
            Method = IntegrationMethod.Euler,
        }.Model();
        var listing = CodeListing.Of(model, StepBuilder.Build(model), new CompileSettings { PerCell = ["C"] });
        Assert.Equal("""
            // once per run
            double _r0 = floor(0.002/dt + 0.5);
            // once per run for each cell
            double _c0 = dt*(1.0/C);
            // once per step
            double _s0 = A*sin(6.283185307179586*(f*t));
            // for each cell
            bool _0 = _refractory <= 0.0f;
            float _1 = _0 ? _c0*(gL*(EL - v) + _s0) + v : v;
            // all at once
            v = _1;
            _refractory = fmaxf(_refractory - 1.0f, 0.0f);
            if (_1 > VT && _0) {  // a spike at t + dt
                // all at once
                v = EL;
                _refractory = _r0;
            }

            """, listing);
    }
}
