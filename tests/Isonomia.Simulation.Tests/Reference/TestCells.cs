using Isonomia.Modeling.Models;
using Isonomia.Modeling.Tests.Integration;

namespace Isonomia.Simulation.Tests.Reference;

/// <summary>Published cells that several tests run.</summary>
internal static class TestCells
{
    /// <summary>The squid axon; a spike is v crossing -20 mV (Hodgkin &amp; Huxley 1952, doi:10.1113/jphysiol.1952.sp004764).</summary>
    public static CellModel HodgkinHuxley { get; } = TestCell.Of("""
        dv/dt = (gl*(El - v) + gna*m**3*h*(Ena - v) + gk*n**4*(Ek - v) + I_ext)/C : volt
        dm/dt = alpha_m*(1 - m) - beta_m*m : 1
        dh/dt = alpha_h*(1 - h) - beta_h*h : 1
        dn/dt = alpha_n*(1 - n) - beta_n*n : 1
        alpha_m = 0.1/mV*(v + 40*mV)/(1 - exp(-(v + 40*mV)/(10*mV)))/ms : Hz
        beta_m = 4*exp(-(v + 65*mV)/(18*mV))/ms : Hz
        alpha_h = 0.07*exp(-(v + 65*mV)/(20*mV))/ms : Hz
        beta_h = 1/(1 + exp(-(v + 35*mV)/(10*mV)))/ms : Hz
        alpha_n = 0.01/mV*(v + 55*mV)/(1 - exp(-(v + 55*mV)/(10*mV)))/ms : Hz
        beta_n = 0.125*exp(-(v + 65*mV)/(80*mV))/ms : Hz
        """,
        "gl = 0.3 msiemens/cm**2; gna = 120 msiemens/cm**2; gk = 36 msiemens/cm**2; C = 1 uF/cm**2;"
        + "El = -54.4 mV; Ena = 50 mV; Ek = -77 mV",
        "v > -20*mV", null, "v > -20*mV", "v = -65 mV; m = 0.05; h = 0.6; n = 0.32");

    /// <summary>Adaptive exponential cell (Brette &amp; Gerstner 2005, doi:10.1152/jn.00686.2005), without refractoriness.</summary>
    public static CellModel AdaptiveExponential { get; } = TestCell.Of("""
        dv/dt = (gL*(EL - v) + gL*DeltaT*exp((v - VT)/DeltaT) - w + I_ext)/C : volt
        dw/dt = (a*(v - EL) - w)/tauw : amp
        """,
        "C = 281 pF; gL = 30 nS; EL = -70.6 mV; VT = -50.4 mV; DeltaT = 2 mV; a = 4 nS; tauw = 144 ms; b = 80.5 pA;"
        + "Vcut = 0 mV", "v > Vcut", "v = EL; w += b", null, "v = EL");

    /// <summary>Izhikevich's regular spiking cell (2003, doi:10.1109/TNN.2003.820440).</summary>
    public static CellModel Izhikevich { get; } = TestCell.Of("""
        dv/dt = 0.04*v**2/(ms*mV) + 5*v/ms + 140*mV/ms - u + I_ext : volt
        du/dt = 0.02*(0.2*v/ms - u)/ms : volt/second
        """, "", "v > 30*mV", "v = -65*mV; u += 8*mV/ms", null, "v = -65 mV; u = -13 mV/ms");

    /// <summary>A quadratic cell that is reset at 30 mV.</summary>
    public static CellModel Quadratic { get; } = TestCell.Of(
        "dv/dt = (v**2/(10*mV) + I)/(10*ms) : volt\nI : volt (constant)", "", "v > 30*mV", "v = -30*mV", null, "v = -30 mV");
}
