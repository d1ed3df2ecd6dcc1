using Isonomia.Reporting.Findings;

namespace Isonomia.Reporting.Tests.Findings;

public class ReasonsTests
{
    [Fact]
    public void Reasons_that_differ_by_a_number_are_one_reason_with_a_range()
    {
        var reasons = new Reasons();
        Assert.Equal(0, reasons.Add("the exponent 0.512 does not exceed 0.6"));
        Assert.Equal(0, reasons.Add("the exponent 0.433 does not exceed 0.6"));
        Assert.Equal(1, reasons.Add("flat"));
        Assert.Equal("the exponent 0.433 to 0.512 does not exceed 0.6", reasons[0]);
        Assert.Equal("flat", reasons[1]);
        Assert.Equal((2, 1), (reasons.CountOf(0), reasons.CountOf(1)));
    }

    [Fact]
    public void A_number_within_a_name_is_no_number()
    {
        var reasons = new Reasons();
        Assert.NotEqual(reasons.Add("needs S21"), reasons.Add("needs S22"));
        Assert.Equal("needs S21", reasons[0]);
    }
}
