using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Diagnostics;

public class NearestNameTests
{
    private static readonly string[] Known =
        ["v", "w", "g_Na", "g_K", "g_L", "E_Na", "tau", "tau_w", "exp", "sqrt", "threshold", "unless refractory"];

    [Theory]
    [InlineData("gNa", "g_Na")]
    [InlineData("G_NA", "g_Na")]
    [InlineData("g_Na2", "g_Na")]
    [InlineData("g_aN", "g_Na")]
    [InlineData("V", "v")]
    [InlineData("epx", "exp")]
    [InlineData("sqr", "sqrt")]
    [InlineData("treshhold", "threshold")]
    [InlineData("tau_membrane", "tau")]
    [InlineData("thresh", "threshold")]
    [InlineData("unless_refractory", "unless refractory")]
    public void A_slip_of_the_fingers_is_recognised(string typed, string meant) =>
        Assert.Equal($"did you mean '{meant}'?", NearestName.Hint(typed, Known));

    [Theory]
    [InlineData("x")]
    [InlineData("alpha")]
    [InlineData("foo")]
    [InlineData("I_Na")]
    [InlineData("")]
    public void What_is_like_nothing_known_gets_no_hint(string typed) => Assert.Null(NearestName.Hint(typed, Known));

    [Fact]
    public void The_hint_does_not_depend_on_the_order_of_what_is_known()
    {
        Assert.Equal("did you mean 'gleak_A'?", NearestName.Hint("gleak_X", ["gleak_C", "gleak_B", "gleak_A"]));
        Assert.Equal("did you mean 'gleak_A'?", NearestName.Hint("gleak_X", ["gleak_A", "gleak_B", "gleak_C"]));
    }
}
