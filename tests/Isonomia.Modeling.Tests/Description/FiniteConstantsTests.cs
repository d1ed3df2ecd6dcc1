using Isonomia.Modeling.Description.Building;
using Isonomia.Modeling.Diagnostics;

namespace Isonomia.Modeling.Tests.Description;

/// <summary>What is made of numbers and parameters alone is known before anything runs, and must be a number.</summary>
public class FiniteConstantsTests
{
    [Theory]
    [InlineData("-v/tau", "0 ms", "a division by 'tau', which is zero")]
    [InlineData("-v/(2*tau - tau*2)", "3 ms", "a division by '(2*tau - tau*2)', which is zero")]
    [InlineData("-v/ms + 1/0*volt/ms", "3 ms", "a division by '0', which is zero")]
    [InlineData("-v/ms*10**400", "3 ms", "the value of '10**400' is infinite")]
    [InlineData("-v/ms*sqrt(1 - tau/ms)", "3 ms", "the value of 'sqrt(1 - tau/ms)' is not a number")]
    [InlineData("-v/ms*log(tau/ms)", "0 ms", "the value of 'log(tau/ms)' is infinite")]
    [InlineData("-v/rate_", "0 ms", "a division by 'rate_', which is zero")]
    public void A_value_that_is_no_number_is_told_with_its_place(string right, string tau, string told)
    {
        var error = Assert.Throws<ModelException>(() => Cell(right, tau).Build());
        Assert.Contains(told, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-v/ms*exprel(tau/ms)", "0 ms")]
    [InlineData("-v/ms*clip(tau/ms, -inf, inf)", "0 ms")]
    [InlineData("-v/(1*ms + tau)", "0 ms")]
    [InlineData("tau*volt/ms**2/(v/volt)", "0 ms")]
    public void What_is_finite_or_not_yet_known_is_left_alone(string right, string tau) =>
        Assert.Equal("cell", Cell(right, tau).Build().Name);

    private static CellBuilder Cell(string right, string tau) => new CellBuilder("cell")
        .Parameter("tau", tau)
        .Equations($"dv/dt = {right} : volt\nrate_ = tau*2 : second");
}
